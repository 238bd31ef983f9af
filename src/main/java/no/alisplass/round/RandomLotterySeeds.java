package no.alisplass.round;

import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import no.alisplass.domain.RoundId;
import org.eclipse.microprofile.config.ConfigProvider;

/** Draws from the machine's own source of randomness, once per round; the result is stored and published. */
@ApplicationScoped
class RandomLotterySeeds implements LotterySeeds {
    /** Only there may a seed be known beforehand: the samples are to come out the same each time. */
    private static final List<String> REHEARSALS = List.of("demo", "test");

    private static final String FIXED = "alisplass.lottery-seeds.";

    private final SecureRandom random = new SecureRandom();

    @Override
    public String draw(RoundId round) {
        return fixed(round).orElseGet(this::draw);
    }

    @Override
    public String draw() {
        byte[] seed = new byte[16];
        random.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    private static Optional<String> fixed(RoundId round) {
        return REHEARSALS.stream().anyMatch(ConfigUtils::isProfileActive)
                ? ConfigProvider.getConfig().getOptionalValue(FIXED + round, String.class)
                : Optional.empty();
    }
}
