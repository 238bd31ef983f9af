package no.alisplass.platform;

/** A user has chosen a new password of their own. */
public record PasswordChanged(String username) {}
