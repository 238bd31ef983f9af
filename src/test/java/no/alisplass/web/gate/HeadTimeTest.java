package no.alisplass.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A connection as Netty has it, its clock moved by the test. That Netty asks for the watch, the packaged service shows. */
class HeadTimeTest {
    /** What stands for the decoder and the service: one message is a whole head, which is answered when the test says so. */
    private static final class Service extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext connection, Object bytes) {
            if (bytes.toString().equals("whole")) {
                HeadTime.isOver(connection.channel());
            }
        }
    }

    private final EmbeddedChannel connection = new EmbeddedChannel(new Service());

    HeadTimeTest() {
        new HeadTime().postInitializeServerChildChannel(connection);
        connection.freezeTime();
    }

    private void seconds(int count) {
        connection.advanceTimeBy(count, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }

    private void dribbles(int seconds) {
        for (int second = 0; second < seconds && connection.isOpen(); second++) {
            connection.writeInbound(Unpooled.copiedBuffer("a", StandardCharsets.US_ASCII));
            seconds(1);
        }
    }

    @Test
    void a_head_that_dribbles_is_let_go() {
        dribbles(14);
        assertThat(connection.isOpen()).isTrue();
        dribbles(2);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void so_is_a_second_one_on_the_same_connection() {
        connection.writeInbound("whole");
        HeadTime.isAnswered(connection);
        dribbles(16);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void a_head_that_is_whole_in_time_may_be_followed_by_a_slow_body_and_a_slow_answer() {
        dribbles(10);
        connection.writeInbound("whole");
        dribbles(60);
        seconds(300);
        assertThat(connection.isOpen()).isTrue();
        HeadTime.isAnswered(connection);
        seconds(100);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void who_sends_nothing_is_left_to_the_idle_timeout() {
        seconds(100);
        assertThat(connection.isOpen()).isTrue();
        connection.writeInbound("whole");
        HeadTime.isAnswered(connection);
        seconds(100);
        assertThat(connection.isOpen()).isTrue();
    }
}
