package no.alisplass.scenario.kept;

/** Who looks at kept scenarios of a round within their reach. @param named whether they may be told who a doctor is */
public record Viewer(String name, boolean named) {}
