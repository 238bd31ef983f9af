package no.alisplass.policy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import no.alisplass.domain.Candidate;
import no.alisplass.domain.HprNumber;
import no.alisplass.domain.message.Message;
import no.alisplass.domain.text.Sha256;

/**
 * Equal on everything: SHA-256 of the UTF-8 bytes of {@code <seed>:<HPR number, digits without leading zeros>}, smallest
 * hexadecimal first. Anyone who knows seed and number can repeat it. People see the number of the draw among those
 * ranked, not the hash: a hash of so few possible numbers hides nothing.
 */
record Lottery(String source) implements Criterion {
    static Lottery read(PolicySection settings) {
        return new Lottery(settings.text("source"));
    }

    @Override
    public CriterionCode code() {
        return CriterionCode.LOTTERY;
    }

    @Override
    public Message rule() {
        return Message.of("policy.rule-lottery");
    }

    @Override
    public long[] key(Candidate candidate, RankingContext occasion) {
        return key(occasion.lotterySeed(), candidate.hpr());
    }

    @Override
    public CriterionValue value(Candidate candidate, RankingContext occasion) {
        return values(List.of(candidate), occasion).get(0);
    }

    @Override
    public List<CriterionValue> values(List<Candidate> candidates, RankingContext occasion) {
        List<long[]> keys =
                candidates.stream().map(candidate -> key(candidate, occasion)).toList();
        List<Integer> drawn =
                new ArrayList<>(IntStream.range(0, keys.size()).boxed().toList());
        drawn.sort((a, b) -> Arrays.compare(keys.get(a), keys.get(b)));
        CriterionValue[] values = new CriterionValue[keys.size()];
        for (int draw = 0; draw < values.length; draw++) {
            int lot = drawn.get(draw);
            values[lot] = CriterionValue.of(code(), keys.get(lot), "", draw + 1, values.length);
        }
        return List.of(values);
    }

    /** The hash as eight unsigned 32-bit numbers, then the HPR number, so that even equal hashes stay apart. */
    private static long[] key(String seed, HprNumber hpr) {
        ByteBuffer bytes = ByteBuffer.wrap(hash(seed, hpr));
        long[] key = new long[9];
        for (int i = 0; i < 8; i++) {
            key[i] = Integer.toUnsignedLong(bytes.getInt());
        }
        key[8] = hpr.value();
        return key;
    }

    static byte[] hash(String seed, HprNumber hpr) {
        return Sha256.fresh().digest((seed + ":" + hpr.digits()).getBytes(StandardCharsets.UTF_8));
    }
}
