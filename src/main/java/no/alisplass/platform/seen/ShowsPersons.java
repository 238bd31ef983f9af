package no.alisplass.platform.seen;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The endpoint or page shows or hands out doctors' data, so each answer of it is recorded ({@link ReadRecord}). */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ShowsPersons {
    /** Which data. */
    @Nonbinding
    Seen value();
}
