package no.alisplass.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.SecurityAttribute;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import no.alisplass.api.http.ExceptionMappers;
import no.alisplass.platform.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemsIT {
    private static final String SAMPLES = "/api/v1/test-samples";

    @Test
    void every_broken_rule_is_told_with_its_place() {
        post("{\"entries\":[{\"name\":\"Ida\",\"months\":3},{\"name\":\"for langt navn\",\"months\":61},{\"months\":-1}]}")
                .statusCode(422)
                .body(
                        "errors.field",
                        hasItems("entries[1].name", "entries[1].months", "entries[2].name", "entries[2].months"))
                .body("errors.size()", equalTo(4))
                .body(
                        "errors.find { it.field == 'entries[1].months' }.message",
                        equalTo("Tallet må være 60 eller mindre."))
                .body("errors.find { it.field == 'entries[1].months' }.value", equalTo("61"))
                .body("errors.find { it.field == 'entries[2].name' }.code", equalTo("api.not-null"))
                .body("type", equalTo("urn:alisplass:problem:invalid"));
    }

    @Test
    void what_is_right_goes_through() {
        given().contentType("application/json")
                .body("{\"entries\":[{\"name\":\"Ida\",\"months\":60,\"start\":\"2027-03-01\"}]}")
                .post(SAMPLES)
                .then()
                .statusCode(200)
                .body("entries[0].start", equalTo("2027-03-01"));
    }

    @Test
    void json_that_breaks_off_is_told_with_line_and_column() {
        post("{\n\"entries\": [")
                .statusCode(400)
                .body("type", equalTo("urn:alisplass:problem:malformed"))
                .body("errors[0].message", containsString("linje 2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'entries':[{'name':'Ida','months':99999999999}]} | entries[0].months | whole-number",
                "{'entries':[{'name':'Ida','months':'seks'}]} | entries[0].months | whole-number",
                "{'entries':[{'name':'Ida','months':'6'}]} | entries[0].months | whole-number",
                "{'entries':[{'name':'Ida','months':''}]} | entries[0].months | whole-number",
                "{'entries':[{'name':'Ida','months':6.9}]} | entries[0].months | whole-number",
                "{'entries':[{'name':'Ida','months':true}]} | entries[0].months | whole-number",
                "{'entries':[{'name':'Ida','months':null}]} | entries[0].months | whole-number",
                "{'entries':[{'name':7,'months':6}]} | entries[0].name | text",
                "{'entries':[{'name':['Ida'],'months':6}]} | entries[0].name | text",
                "{'entries':[{'name':'Ida','months':6,'start':46082}]} | entries[0].start | date",
                "{'entries':[{'name':'Ida','months':6,'start':[2027,3,1]}]} | entries[0].start | date",
                "{'entries':[{'name':'Ida','months':6,'start':''}]} | entries[0].start | date",
                "{'entries':[{'name':'Ida','months':6,'colour':1}]} | entries[0].colour | field-unknown",
                "{'entries':[{'name':'Ida','name':'Eva','months':6}]} | entries[0].name | key-twice",
                "{'entries':[],'entries':[]} | entries | key-twice",
                "{'entries':[]} hei | body | body-unreadable-at",
                "{'entries':[]} {'x':1} | body | body-more",
                "{'entries':7} | entries | list",
                "{'entries':{}} | entries | list",
                "{'entries':['Ida']} | entries[0] | object",
                "[] | body | object"
            })
    void a_value_that_cannot_be_read_is_told_with_its_field(String body, String field, String code) {
        post(body.replace('\'', '"'))
                .statusCode(400)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].code", equalTo("api." + code))
                .body("errors[0].message", not(containsString("{")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`start`:`2027-02-30` | entries[0].start | Februar 2027 har 28 dager.",
                "`start`:`2027-02-28T23:00:00.000Z` | entries[0].start | «2027-02-28T23:00:00.000Z» er et tidspunkt, ikke en dato. Skriv bare datoen, for eksempel 01.03.2027.",
                "`start`:`mars 2027` | entries[0].start | «mars 2027» mangler dagen. Skriv for eksempel 01.03.2027.",
                "`name`:`I\\u0000a` | entries[0].name | Teksten har et tegn som ikke kan stå her (U+0000): et styretegn eller et tegn som snur teksten. Slett det, eller skriv teksten på nytt.",
                "`name`:`\\ud800a` | entries[0].name | Teksten har et tegn som ikke kan stå her (U+D800): et styretegn eller et tegn som snur teksten. Slett det, eller skriv teksten på nytt.",
                "`months`:6.9 | entries[0].months | «6.9» er ikke et helt tall her. Skriv tallet med bare sifre, uten anførselstegn og desimaler, for eksempel 12."
            })
    void a_value_that_cannot_be_is_told_in_words(String fault, String field, String text) {
        post(("{`entries`:[{" + fault + "}]}").replace('`', '"'))
                .statusCode(400)
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", equalTo(text));
    }

    @Test
    void a_text_is_taken_in_its_one_form_and_a_date_as_people_write_it() {
        given().contentType("application/json")
                .body(
                        "{\"entries\":[{\"name\":\"\\ufeff I\u0301\u00add\\u200ba\\n\",\"months\":6,\"start\":\"1. mars 2027\"}]}")
                .post(SAMPLES)
                .then()
                .statusCode(200)
                .body("entries[0].name", equalTo("Ída"))
                .body("entries[0].start", equalTo("2027-03-01"));
    }

    @Test
    void a_text_that_nobody_sees_is_blank_and_a_null_in_a_list_has_its_place() {
        post("{\"entries\":[{\"name\":\"\\u00a0\\u200b\",\"months\":6}]}")
                .statusCode(422)
                .body("errors[0].field", equalTo("entries[0].name"))
                .body("errors[0].code", equalTo("api.size"));
        post("{\"entries\":[null]}").statusCode(422).body("errors[0].field", equalTo("entries[0]"));
    }

    @Test
    void a_refusal_speaks_the_language_of_the_caller() {
        String body = "{\"entries\":[{\"name\":\"Ida\",\"months\":6,\"colour\":1}]}";
        for (String[] each : new String[][] {
            {
                "en-GB,en;q=0.9",
                "en",
                "What was sent cannot be read",
                "There is no field “colour” here. The fields are: months, name, start."
            },
            {
                "nn",
                "nn",
                "Det som vart sendt kan ikkje lesast",
                "Feltet «colour» finst ikkje her. Felta som finst, er: months, name, start."
            },
            {
                "de",
                "nb",
                "Det som ble sendt kan ikke leses",
                "Feltet «colour» finnes ikke her. Feltene som finnes, er: months, name, start."
            }
        }) {
            given().contentType("application/json")
                    .header("Accept-Language", each[0])
                    .body(body)
                    .post(SAMPLES)
                    .then()
                    .statusCode(400)
                    .header("Content-Language", equalTo(each[1]))
                    .header("Vary", containsString("Accept-Language"))
                    .body("title", equalTo(each[2]))
                    .body("errors[0].message", equalTo(each[3]));
        }
    }

    @Test
    void no_body_at_all_is_told() {
        post("").statusCode(422).body("errors[0].code", equalTo("api.not-null"));
    }

    @ParameterizedTest
    @CsvSource({"INVALID,422,invalid", "NOT_FOUND,404,not-found", "CONFLICT,409,conflict"})
    void a_refusal_keeps_its_kind_and_findings(String kind, int status, String slug) {
        problem(given().get(SAMPLES + "/refused/" + kind), status)
                .body("type", equalTo("urn:alisplass:problem:" + slug))
                .body("errors[0].value", equalTo("Ås"))
                .body("errors[0].message", equalTo("Tallet må være 60 eller mindre."))
                .body("errors[1].message", equalTo("api.unheard-of"));
    }

    @Test
    void a_fault_tells_nothing_of_the_house() {
        problem(given().get(SAMPLES + "/fault"), 500)
                .body("type", equalTo("urn:alisplass:problem:fault"))
                .body(not(containsString("secret")))
                .body(not(containsString("IllegalState")));
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/nothing-here", "/api/v1/test-samples/nothing", "/api/v1/test-samples/refused/UNHEARD", "/api"})
    void an_unknown_address_is_a_problem_too(String path) {
        problem(given().get(path), 404).body("type", equalTo("urn:alisplass:problem:not-found"));
    }

    @Test
    void a_wrong_method_type_or_wish_is_a_problem_too() {
        problem(given().delete(SAMPLES), 405);
        problem(given().contentType("text/csv").body("a;b").post(SAMPLES), 415);
        problem(given().accept("image/png").get(SAMPLES + "/refused/INVALID"), 406);
    }

    @Test
    void nobody_is_asked_to_log_in() {
        problem(given().get(SAMPLES + "/caller"), 401).header("WWW-Authenticate", notNullValue());
        problem(given().auth().preemptive().basic("nobody", "nothing").get(SAMPLES + "/caller"), 401);
    }

    @Test
    @TestSecurity(user = "someone", roles = Roles.PLANNER)
    void the_wrong_role_is_refused() {
        problem(given().get(SAMPLES + "/caller"), 403).body("type", equalTo("urn:alisplass:problem:forbidden"));
    }

    @Test
    @TestSecurity(
            user = "kommune-3205",
            roles = Roles.MUNICIPALITY,
            attributes = @SecurityAttribute(key = "area", value = "3205"))
    void the_right_role_is_known_with_its_area() {
        given().get(SAMPLES + "/caller").then().statusCode(200).body(equalTo("kommune-3205 3205"));
    }

    private static ValidatableResponse post(String body) {
        RequestSpecification request = given().contentType("application/json").body(body);
        return request.post(SAMPLES).then().contentType(ExceptionMappers.TYPE).body("title", notNullValue());
    }

    private static ValidatableResponse problem(io.restassured.response.Response response, int status) {
        return response.then()
                .statusCode(status)
                .contentType(ExceptionMappers.TYPE)
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }
}
