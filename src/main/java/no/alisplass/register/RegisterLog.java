package no.alisplass.register;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.AfterCommit;
import org.jboss.logging.Logger;

/** Tells in the log and in figures what is done to registers: of which area, what, of how many; nothing of what is known of anyone. */
@ApplicationScoped
class RegisterLog {
    private static final Logger LOG = Logger.getLogger(RegisterLog.class);

    private final MeterRegistry meters;
    private final AfterCommit afterCommit;

    @Inject
    RegisterLog(MeterRegistry meters, AfterCommit afterCommit) {
        this.meters = meters;
        this.afterCommit = afterCommit;
    }

    void changed(AreaCode area, List<RegisterStore.Change> changes) {
        Map<WhatChanged, Long> counts = changes.stream()
                .collect(Collectors.groupingBy(RegisterStore.Change::what, TreeMap::new, Collectors.counting()));
        afterCommit.run(() -> counts.forEach((what, count) -> {
            LOG.infof("The register of %s: %s %d", area, code(what), count);
            meters.counter("alisplass.register.changes", "what", code(what)).increment(count);
        }));
    }

    void refused(AreaCode area, String codes) {
        LOG.infof("The register of %s: refused: %s", area, codes);
        meters.counter("alisplass.register.changes", "what", "refused").increment();
    }

    static String code(WhatChanged what) {
        return Text.word(what);
    }
}
