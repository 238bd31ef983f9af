package no.alisplass.platform.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    void an_old_address_is_itself_and_a_new_one_is_its_network() {
        assertThat(Addresses.network("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Addresses.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Addresses.network("2001:db8:1:2::1"))
                .isNotEqualTo(Addresses.network("2001:db8:1:3::1"));
        assertThat(Addresses.network("::ffff:192.0.2.7")).isEqualTo("::ffff:192.0.2.7");
        assertThat(Addresses.network("not:an address")).isEqualTo("not:an address");
    }
}
