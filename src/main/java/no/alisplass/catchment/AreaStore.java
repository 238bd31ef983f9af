package no.alisplass.catchment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Versioned;

/** Areas in the database, each with its memberships and shortages. */
@ApplicationScoped
class AreaStore implements PanacheRepositoryBase<AreaEntity, String> {
    private static final Sort BY_HOSPITAL = Sort.by("hospitalId", "firstDay", "id");
    private static final Sort BY_DAY = Sort.by("firstDay");

    private final Memberships memberships;
    private final Shortages shortages;

    @Inject
    AreaStore(Memberships memberships, Shortages shortages) {
        this.memberships = memberships;
        this.shortages = shortages;
    }

    @ApplicationScoped
    static class Memberships implements PanacheRepositoryBase<MembershipEntity, Long> {}

    @ApplicationScoped
    static class Shortages implements PanacheRepositoryBase<ShortageEntity, Long> {}

    /** All areas by code, read in three queries. */
    List<Versioned<AreaRecord>> all() {
        Map<String, List<MembershipEntity>> memberships = this.memberships.listAll(BY_HOSPITAL).stream()
                .collect(Collectors.groupingBy(entity -> entity.areaCode));
        Map<String, List<ShortageEntity>> shortages =
                this.shortages.listAll(BY_DAY).stream().collect(Collectors.groupingBy(entity -> entity.areaCode));
        return listAll(Sort.by("code")).stream()
                .map(entity -> versioned(
                        entity,
                        memberships.getOrDefault(entity.code, List.of()),
                        shortages.getOrDefault(entity.code, List.of())))
                .toList();
    }

    Optional<Versioned<AreaRecord>> find(AreaCode code) {
        return findByIdOptional(code.value()).map(this::read);
    }

    boolean exists(AreaCode code) {
        return findById(code.value()) != null;
    }

    /** Holds the area against other writers until the transaction ends. */
    Optional<Versioned<AreaRecord>> lock(AreaCode code) {
        return findByIdOptional(code.value(), LockModeType.PESSIMISTIC_WRITE).map(this::read);
    }

    Versioned<AreaRecord> write(AreaRecord area) {
        String code = area.area().code().value();
        // What is known of an area counts as a change of it.
        AreaEntity entity =
                findByIdOptional(code, LockModeType.PESSIMISTIC_FORCE_INCREMENT).orElseGet(AreaEntity::new);
        entity.copyFrom(area.area());
        persist(entity);
        memberships(code).forEach(memberships::delete);
        shortages(code).forEach(shortages::delete);
        // The old rows must be gone before the new ones are compared with them.
        flush();
        area.memberships().forEach(membership -> memberships.persist(MembershipEntity.of(code, membership)));
        area.shortages().forEach(shortage -> shortages.persist(ShortageEntity.of(code, shortage)));
        flush();
        return read(entity);
    }

    private Versioned<AreaRecord> read(AreaEntity entity) {
        return versioned(entity, memberships(entity.code), shortages(entity.code));
    }

    private List<MembershipEntity> memberships(String code) {
        return memberships.list("areaCode", BY_HOSPITAL, code);
    }

    private List<ShortageEntity> shortages(String code) {
        return shortages.list("areaCode", BY_DAY, code);
    }

    private static Versioned<AreaRecord> versioned(
            AreaEntity entity, List<MembershipEntity> memberships, List<ShortageEntity> shortages) {
        AreaRecord area = new AreaRecord(
                new Area(new AreaCode(entity.code), entity.name, entity.kind),
                memberships.stream().map(MembershipEntity::membership).toList(),
                shortages.stream().map(ShortageEntity::shortage).toList());
        return new Versioned<>(area, entity.version);
    }
}
