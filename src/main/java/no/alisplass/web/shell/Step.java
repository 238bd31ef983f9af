package no.alisplass.web.shell;

import io.quarkus.qute.TemplateData;

/**
 * One of a visible sequence of steps.
 *
 * @param note a few words on how it stands; null for none
 * @param href where it is done; null where there is nothing to see yet
 */
@TemplateData
public record Step(String text, String note, String href, State state) {
    @TemplateData
    public enum State {
        DONE,
        CURRENT,
        COMING
    }

    public boolean done() {
        return state == State.DONE;
    }

    public boolean current() {
        return state == State.CURRENT;
    }
}
