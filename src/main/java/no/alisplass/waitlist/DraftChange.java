package no.alisplass.waitlist;

import java.util.List;
import no.alisplass.register.entry.Remark;

/** A changed draft, and what to look at although it was not refused. */
public record DraftChange(Submission draft, List<Remark> remarks) {
    public DraftChange {
        remarks = List.copyOf(remarks);
    }
}
