package no.alisplass.web.admin;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.alisplass.capacity.Capacity;
import no.alisplass.capacity.Hospital;
import no.alisplass.catchment.Area;
import no.alisplass.catchment.Catchment;
import no.alisplass.domain.AreaCode;
import no.alisplass.domain.HospitalId;
import no.alisplass.domain.text.Folding;
import no.alisplass.domain.text.Text;
import no.alisplass.platform.User;
import no.alisplass.web.text.Texts;

/** Users as administrators see them listed. */
@ApplicationScoped
class UserRows {
    private final Capacity capacity;
    private final Catchment catchment;

    @Inject
    UserRows(Capacity capacity, Catchment catchment) {
        this.capacity = capacity;
        this.catchment = catchment;
    }

    /**
     * @param bond what the user belongs to, by its name
     * @param address of the user's page
     */
    @TemplateData
    public record UserRow(User user, List<String> roleKeys, String bond, String address) {
        boolean holds(String wanted) {
            return Text.blank(wanted) || Folding.finds(wanted, user.username() + " " + user.displayName() + " " + bond);
        }
    }

    /** What areas and hospitals are called, read once for however many users. */
    Names names() {
        return new Names(
                catchment.areas().stream().collect(Collectors.toMap(Area::code, Area::name)),
                capacity.hospitals().stream().collect(Collectors.toMap(Hospital::id, each -> each)));
    }

    record Names(Map<AreaCode, String> areas, Map<HospitalId, Hospital> hospitals) {
        UserRow row(User user, String address) {
            Optional<Hospital> hospital = user.hospital().map(hospitals::get);
            String bond = user.area()
                    .map(code -> areas.getOrDefault(code, code.value()))
                    .or(() -> user.department().map(id -> hospital.map(each -> each.departmentName(id))
                            .orElse(id.value())))
                    .or(() -> user.hospital()
                            .map(id -> hospital.map(Hospital::name).orElse(id.value())))
                    .orElse(user.ofAllHospitals() ? Texts.of("user-all-hospitals") : "–");
            return new UserRow(
                    user, user.roles().stream().map(role -> "role-" + role).toList(), bond, address);
        }
    }
}
