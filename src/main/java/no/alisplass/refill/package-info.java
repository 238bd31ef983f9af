/**
 * Refilling: seats that fall free are given by the order the round froze, with nobody getting less than is held (docs/refilling.md). Pure: no database, no clock, no
 * chance.
 *
 * <p>On the way from a record of offers to new ones: make a {@link no.alisplass.refill.RefillProblem} of the frozen problem and of who holds what; {@code run.Refill.run} it;
 * have {@code check.RefillChecker.check} find nothing; show it ({@code told.ChainWords} to the coordinator, {@code told.RefillReasons} to each doctor and area); when it is
 * released, and the problem made again still has the same hash, turn every {@code PLACED} into an offer and every {@code UPGRADED} into an upgrade; keep problem, outcome and certificate as
 * they are ({@code check.ExportedRefill.files}).
 */
package no.alisplass.refill;
