package no.alisplass.round;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Draws from the machine's own source of randomness, once per round; the result is stored and published. */
@ApplicationScoped
class RandomLotterySeeds implements LotterySeeds {
    private final SecureRandom random = new SecureRandom();

    @Override
    public String draw() {
        byte[] seed = new byte[16];
        random.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }
}
