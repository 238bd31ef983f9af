package no.alisplass.catchment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.Versioned;

/** Areas in the database, each with its memberships and shortages. */
@ApplicationScoped
class AreaStore {
    private final EntityManager database;

    @Inject
    AreaStore(EntityManager database) {
        this.database = database;
    }

    /** All areas by code, read in three queries. */
    List<Versioned<AreaRecord>> all() {
        Map<String, List<MembershipEntity>> memberships = database.createQuery(
                        "select m from MembershipEntity m order by m.hospitalId, m.firstDay, m.id",
                        MembershipEntity.class)
                .getResultStream()
                .collect(Collectors.groupingBy(entity -> entity.areaCode));
        Map<String, List<ShortageEntity>> shortages = database.createQuery(
                        "select s from ShortageEntity s order by s.firstDay", ShortageEntity.class)
                .getResultStream()
                .collect(Collectors.groupingBy(entity -> entity.areaCode));
        return database.createQuery("select a from AreaEntity a order by a.code", AreaEntity.class)
                .getResultStream()
                .map(entity -> versioned(
                        entity,
                        memberships.getOrDefault(entity.code, List.of()),
                        shortages.getOrDefault(entity.code, List.of())))
                .toList();
    }

    Optional<Versioned<AreaRecord>> find(AreaCode code) {
        return read(database.find(AreaEntity.class, code.value()));
    }

    boolean exists(AreaCode code) {
        return database.find(AreaEntity.class, code.value()) != null;
    }

    /** Holds the area against other writers until the transaction ends. */
    Optional<Versioned<AreaRecord>> hold(AreaCode code) {
        return read(database.find(AreaEntity.class, code.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    Versioned<AreaRecord> write(AreaRecord area) {
        String code = area.area().code().value();
        AreaEntity entity = database.find(AreaEntity.class, code);
        boolean fresh = entity == null;
        if (fresh) {
            entity = new AreaEntity();
            entity.code = code;
        } else {
            database.lock(entity, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        entity.name = area.area().name();
        entity.kind = area.area().kind();
        if (fresh) {
            database.persist(entity);
        }
        memberships(code).forEach(database::remove);
        shortages(code).forEach(database::remove);
        // The old rows must be gone before the new ones are compared with them.
        database.flush();
        area.memberships().forEach(membership -> persist(code, membership));
        area.shortages().forEach(shortage -> persist(code, shortage));
        database.flush();
        return read(entity).orElseThrow();
    }

    private void persist(String code, Membership membership) {
        MembershipEntity entity = new MembershipEntity();
        entity.areaCode = code;
        entity.hospitalId = membership.hospital().value();
        entity.service = membership.service();
        entity.firstDay = membership.from();
        entity.lastDay = membership.to();
        database.persist(entity);
    }

    private void persist(String code, Shortage shortage) {
        ShortageEntity entity = new ShortageEntity();
        entity.areaCode = code;
        entity.firstDay = shortage.from();
        entity.lastDay = shortage.to();
        entity.source = shortage.source();
        database.persist(entity);
    }

    private Optional<Versioned<AreaRecord>> read(AreaEntity entity) {
        return Optional.ofNullable(entity)
                .map(found -> versioned(found, memberships(found.code), shortages(found.code)));
    }

    private List<MembershipEntity> memberships(String code) {
        return database.createQuery(
                        "select m from MembershipEntity m where m.areaCode = :code"
                                + " order by m.hospitalId, m.firstDay, m.id",
                        MembershipEntity.class)
                .setParameter("code", code)
                .getResultList();
    }

    private List<ShortageEntity> shortages(String code) {
        return database.createQuery(
                        "select s from ShortageEntity s where s.areaCode = :code order by s.firstDay",
                        ShortageEntity.class)
                .setParameter("code", code)
                .getResultList();
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
