package no.alisplass;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests of the service that are of no other lane, and beside them those that start processes of their own. */
@Suite
@SelectPackages("no.alisplass")
@ExcludeTags({PagesLane.PAGES, SettingsLane.OTHER_SETTINGS})
@IncludeClassNamePatterns(".*IT")
class ServiceLane {}
