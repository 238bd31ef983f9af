package no.alisplass.web.shell;

import io.quarkus.qute.TemplateData;

/** A value of a form field that people choose from a list. */
@TemplateData
public record Choice(String value, String text) {}
