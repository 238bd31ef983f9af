package no.alisplass.policy;

import java.util.List;
import no.alisplass.domain.message.Message;

/**
 * What a criterion found for one doctor.
 *
 * @param criterion which criterion
 * @param key compared number by number, the smaller goes first; only for values of the same criterion and ranking. The
 *     key of the lottery gives the HPR number away to anyone who tries them all: never show it to who may not see that.
 * @param text the value for people
 */
public record CriterionValue(CriterionCode criterion, List<Long> key, Message text)
        implements Comparable<CriterionValue> {
    public CriterionValue {
        key = List.copyOf(key);
    }

    static CriterionValue of(CriterionCode criterion, long[] key, String message, Object... arguments) {
        String code = "policy.value-" + criterion.word() + message;
        return new CriterionValue(criterion, boxed(key), Message.of(code, arguments));
    }

    private static List<Long> boxed(long[] numbers) {
        Long[] boxed = new Long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            boxed[i] = numbers[i];
        }
        return List.of(boxed);
    }

    /** The value for people who see it in a table under the criterion's name. */
    public Message brief() {
        return new Message(text.code().replace("policy.value-", "policy.brief-"), text.arguments());
    }

    @Override
    public int compareTo(CriterionValue other) {
        if (criterion != other.criterion || key.size() != other.key.size()) {
            throw new IllegalArgumentException(
                    "A value of " + criterion + " cannot be compared with one of " + other.criterion + ".");
        }
        for (int i = 0; i < key.size(); i++) {
            int order = Long.compare(key.get(i), other.key.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
