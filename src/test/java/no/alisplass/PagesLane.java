package no.alisplass;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The tests that walk pages: a process, a service, a database and a browser. */
@Suite
@SelectPackages("no.alisplass")
@IncludeTags(PagesLane.PAGES)
@ExcludeTags(SettingsLane.OTHER_SETTINGS)
@IncludeClassNamePatterns(".*IT")
class PagesLane {
    /** Of {@link InBrowser}. */
    static final String PAGES = "pages";
}
