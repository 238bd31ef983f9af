/**
 * Planners' questions that take long: asked of a hospital's register as it stands, kept, divided into pieces that any process takes, and
 * answered. Begin with {@link no.alisplass.planning.Jobs}. Can never write a round, an offer or the register.
 */
package no.alisplass.planning;
