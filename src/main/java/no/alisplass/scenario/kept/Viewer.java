package no.alisplass.scenario.kept;

import no.alisplass.scenario.change.Comparison;

/** Who looks at kept scenarios of a round within their reach. @param named whether they may be told who a doctor is */
public record Viewer(String name, boolean named) {
    /** What the viewer may be told of it. */
    public Comparison told(Comparison comparison) {
        return named ? comparison : comparison.discreet();
    }
}
