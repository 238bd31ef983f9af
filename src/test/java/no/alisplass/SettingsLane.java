package no.alisplass;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Tests that need the service with other settings or data, each a start of its own. The last lane by its name, for whichever process is
 * done first: an application that starts in the midst of the others' leaves its figures behind.
 */
@Suite
@SelectPackages("no.alisplass")
@IncludeTags(SettingsLane.OTHER_SETTINGS)
@IncludeClassNamePatterns(".*IT")
public class SettingsLane {
    /** The tag of a class with a {@link io.quarkus.test.junit.TestProfile}. */
    public static final String OTHER_SETTINGS = "other-settings";
}
