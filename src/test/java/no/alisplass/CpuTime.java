package no.alisplass;

import java.lang.management.ManagementFactory;

/** The time this thread has worked: a bound on it says what work costs, however busy the machine is with something else. */
public final class CpuTime {
    private CpuTime() {}

    public static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
