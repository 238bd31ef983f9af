package no.alisplass.register.intake;

import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RegisterFileStore extends KeptFileStore<RegisterFileEntity> {
    RegisterFileStore() {
        super("register_file");
    }
}
