package no.alisplass.forecast.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Tallies as bytes, so that replications made by one process are summed by another: the numbers of each in the order its fields stand in, small ones
 * short, all of it deflated. Kept only while a forecast is under way, between processes of one version.
 */
public final class TallyBytes {
    private static final int SCHEMA = 1;
    private static final int SEVEN_BITS = 0x7f;

    private TallyBytes() {}

    public static byte[] write(List<Tally> tallies) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream to = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
            to.writeByte(SCHEMA);
            to.writeInt(tallies.size());
            for (Tally tally : tallies) {
                to.writeInt(tally.joined.length);
                to.writeInt(tally.placedOfArea.length);
                to.writeInt(tally.firstStay.length);
                for (int[] each : numbers(tally)) {
                    for (int number : each) {
                        write(to, number);
                    }
                }
                write(to, tally.unproven);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException for bytes that {@link #write} has not written */
    public static List<Tally> read(byte[] bytes) {
        List<Tally> tallies = new ArrayList<>();
        try (DataInputStream from = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int schema = from.readByte();
            if (schema != SCHEMA) {
                throw new IllegalArgumentException("Tallies of schema " + schema + " are not known.");
            }
            int count = from.readInt();
            for (int i = 0; i < count; i++) {
                Tally tally = new Tally(from.readInt(), from.readInt(), from.readInt());
                for (int[] each : numbers(tally)) {
                    for (int n = 0; n < each.length; n++) {
                        each[n] = read(from);
                    }
                }
                tally.unproven = read(from);
                tallies.add(tally);
            }
        } catch (IOException broken) {
            throw new IllegalArgumentException("These are not tallies: " + broken.getMessage(), broken);
        }
        return tallies;
    }

    /** All that a tally counts, the same each time. */
    private static List<int[]> numbers(Tally tally) {
        List<int[]> all = new ArrayList<>(List.of(
                tally.joined,
                tally.left,
                tally.placed,
                tally.seats,
                tally.unused,
                tally.queue,
                tally.later,
                tally.serving,
                tally.served,
                tally.fiveYears));
        all.add(tally.fiveYearsDone);
        all.addAll(List.of(tally.placedAfter));
        all.addAll(List.of(tally.waitingFor));
        all.add(tally.placedOfArea);
        all.add(tally.queueOfArea);
        all.addAll(List.of(tally.waitsOfArea));
        all.add(tally.firstStay);
        return all;
    }

    /** Near 0 on either side is one byte. */
    private static void write(DataOutputStream to, int number) throws IOException {
        int rest = number << 1 ^ number >> Integer.SIZE - 1;
        while ((rest & ~SEVEN_BITS) != 0) {
            to.writeByte(rest & SEVEN_BITS | SEVEN_BITS + 1);
            rest >>>= 7;
        }
        to.writeByte(rest);
    }

    private static int read(DataInputStream from) throws IOException {
        int number = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            int part = from.readByte();
            number |= (part & SEVEN_BITS) << shift;
            if (part >= 0) {
                return number >>> 1 ^ -(number & 1);
            }
        }
        throw new IOException("A number is too long.");
    }
}
