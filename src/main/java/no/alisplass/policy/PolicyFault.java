package no.alisplass.policy;

/**
 * One thing wrong with a policy file.
 *
 * @param line from 1; 0 when it is not about a line
 * @param key where in the file: {@code criteria[2].months}; empty when it is not about a key
 * @param value what stands there; empty when nothing does
 * @param problem what is wrong with it
 * @param advice what to write instead, starting with "Maybe"
 */
public record PolicyFault(String file, int line, String key, String value, String problem, String advice) {
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        String what = key.isEmpty() ? "" : " " + key;
        String stands = value.isEmpty() ? "" : " (" + value + ")";
        return place + ":" + what + stands + " " + problem + ". " + advice + ".";
    }
}
