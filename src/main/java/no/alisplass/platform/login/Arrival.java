package no.alisplass.platform.login;

import java.util.Optional;
import no.alisplass.domain.Finding;
import no.alisplass.platform.ProviderUser;

/** What came of someone's coming back from the identity provider. */
public sealed interface Arrival {

    /** It vouches for them. */
    record In(ProviderUser user) implements Arrival {}

    /** They are not let in. @param why empty when the log-in itself was not what we asked for, or was not finished */
    record Refused(Optional<Finding> why) implements Arrival {}

    /** The provider does not answer. */
    record Silent() implements Arrival {}
}
