/**
 * Who gets what, by the order and by nothing else; plain arrays and no framework. Begin with
 * {@link no.alisplass.search.PriorityPass}, which settles doctor after doctor, and {@link no.alisplass.search.Trial}, which asks what a
 * round would give were it another. A run asks by way of {@code solver}; what-if and reasons ask here.
 */
package no.alisplass.search;
