/** The register as it stands, frozen as a round of its doctors would be; no round is made (docs/scenarios.md). */
package no.alisplass.allocation.register;
