package no.alisplass.platform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import no.alisplass.domain.Finding;

/**
 * Which passwords are taken: long enough to be no one's guess, short enough to count whole, and neither made of what everybody
 * tries first nor of the user's own name. Nothing else is asked, so that four ordinary words do.
 */
final class Passwords {
    private static final int MIN_CHARACTERS = 12;

    /** bcrypt looks at no more. */
    private static final int MAX_BYTES = 72;

    /** What must be left of a password besides what everybody tries first. */
    private static final int MIN_LEFT = 5;

    private static final int MIN_LETTERS_LEFT = 3;
    private static final int ENOUGH_LEFT = 8;
    private static final int MIN_DIFFERENT = 5;
    private static final int SHORTEST_RUN = 3;
    private static final int SHORTEST_NAME = 3;

    /** In the order of the keyboard, of the alphabet and of numbers. */
    private static final List<String> ROWS = List.of(
            "1234567890", "qwertyuiopå", "asdfghjkløæ", "zxcvbnm", "abcdefghijklmnopqrstuvwxyzæøå", "01234567890");

    /** Of passwords that were found in the thousands, and of this service. */
    private static final List<String> WORDS = List.of(
            "administrator",
            "password",
            "passphrase",
            "passord",
            "velkommen",
            "welcome",
            "hemmelig",
            "secret",
            "iloveyou",
            "jegelskerdeg",
            "letmein",
            "logginn",
            "login",
            "brukernavn",
            "username",
            "bruker",
            "admin",
            "master",
            "monkey",
            "dragon",
            "football",
            "fotball",
            "baseball",
            "sunshine",
            "princess",
            "prinsesse",
            "superman",
            "batman",
            "sommer",
            "summer",
            "vinter",
            "winter",
            "spring",
            "autumn",
            "norge",
            "norway",
            "oslo",
            "alisplass",
            "koordinator",
            "kommuneoverlege",
            "kommune",
            "sykehus",
            "sjukehus",
            "hospital",
            "ahus",
            "test",
            "qwerty",
            "trustno",
            "whatever",
            "starwars",
            "pokemon",
            "michael",
            "jennifer",
            "changeme",
            "default",
            "guest",
            "gjest");

    private static final Pattern REPEATED = Pattern.compile("(.{1,24}?)\\1+");
    private static final Pattern DIGITS = Pattern.compile("[\\p{Nd}\\W_]+");

    private Passwords() {}

    /** What is wrong with a password for that user; the field is {@code password}. */
    static List<Finding> unfit(User user, String password) {
        int characters = password.codePointCount(0, password.length());
        if (characters < MIN_CHARACTERS) {
            return List.of(Finding.of("password", null, "platform.password-short", MIN_CHARACTERS, characters));
        }
        if (bytes(password) > MAX_BYTES) {
            return List.of(Finding.of("password", null, "platform.password-long", fitting(password), characters));
        }
        return isCommon(user, password) ? List.of(Finding.of("password", null, "platform.password-common")) : List.of();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** How many of its characters count. */
    private static int fitting(String password) {
        int fit = 0;
        int used = 0;
        for (int sign : password.codePoints().toArray()) {
            used += bytes(Character.toString(sign));
            if (used > MAX_BYTES) {
                break;
            }
            fit++;
        }
        return fit;
    }

    private static boolean isCommon(User user, String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (REPEATED.matcher(plain).matches()
                || DIGITS.matcher(plain).matches()
                || plain.chars().distinct().count() < MIN_DIFFERENT) {
            return true;
        }
        String left = withoutRuns(plain);
        for (String word : words(user)) {
            left = left.replace(word, " ");
            left = asLetters(left).contains(word) ? asLetters(left).replace(word, " ") : left;
        }
        left = left.replaceAll("[^\\p{L}\\p{Nd}]", "");
        long letters = left.chars().filter(Character::isLetter).count();
        boolean enough = left.length() >= ENOUGH_LEFT || left.length() >= MIN_LEFT && letters >= MIN_LETTERS_LEFT;
        return !enough || left.chars().distinct().count() < MIN_DIFFERENT - 1;
    }

    private static List<String> words(User user) {
        List<String> words = new ArrayList<>(WORDS);
        String names = user.username() + " " + user.displayName();
        for (String name : List.of(names.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+"))) {
            if (name.length() >= SHORTEST_NAME) {
                words.add(name);
            }
        }
        // The longest first, or a short one would spoil a longer one it stands in.
        words.sort((one, other) -> other.length() - one.length());
        return words;
    }

    /** The signs that are written for letters, as the letters. */
    private static String asLetters(String text) {
        return text.replace('@', 'a')
                .replace('4', 'a')
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('3', 'e')
                .replace('$', 's')
                .replace('5', 's');
    }

    /** Without what follows the keyboard, the alphabet or the numbers, there or back. */
    private static String withoutRuns(String text) {
        StringBuilder left = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int run = runAt(text, at);
            if (run >= SHORTEST_RUN) {
                left.append(' ');
                at += run;
            } else {
                left.append(text.charAt(at++));
            }
        }
        return left.toString();
    }

    private static int runAt(String text, int from) {
        int longest = 0;
        for (String row : ROWS) {
            String back = new StringBuilder(row).reverse().toString();
            for (String way : List.of(row, back)) {
                int place = way.indexOf(text.charAt(from));
                int length = 0;
                while (place >= 0
                        && from + length < text.length()
                        && place + length < way.length()
                        && way.charAt(place + length) == text.charAt(from + length)) {
                    length++;
                }
                longest = Math.max(longest, length);
            }
        }
        return longest;
    }
}
