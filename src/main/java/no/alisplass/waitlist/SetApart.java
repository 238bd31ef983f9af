package no.alisplass.waitlist;

import no.alisplass.domain.ServiceToCome;
import no.alisplass.register.entry.WaitlistEntry;

/** A doctor of the list before who has a place since. */
public record SetApart(WaitlistEntry entry, ServiceToCome toCome) {}
