/** One frozen round on other terms of every kind at once, and how it comes out beside others (docs/scenarios.md). */
package no.alisplass.scenario.change;
