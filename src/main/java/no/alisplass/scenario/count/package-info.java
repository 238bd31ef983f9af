/** What other terms come to, told in numbers alone: who waits by criterion and area, which wishes are met, which seats nobody takes and why. */
package no.alisplass.scenario.count;
