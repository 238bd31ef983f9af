package no.alisplass.api.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of an answer that has lists in it, and is not paged ({@link Paging}), why it is given whole. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Whole {
    /** What keeps it small, or why a part of it would be of no use. */
    String value();
}
