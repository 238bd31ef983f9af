/** Scenarios that are kept under a name: what is asked, by whom, of which frozen problem (docs/scenarios.md). */
package no.alisplass.scenario.kept;
