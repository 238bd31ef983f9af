package no.alisplass.sample;

import java.util.ArrayList;
import java.util.List;

/** Invented names: usual first names with surnames put together of two parts of farm names, no two alike. */
final class Names {
    private static final List<String> FIRST = List.of(
            "Anne",
            "Berit",
            "Cecilie",
            "Dina",
            "Eline",
            "Frida",
            "Guro",
            "Hanne",
            "Ingrid",
            "Jorunn",
            "Kaia",
            "Live",
            "Maja",
            "Nora",
            "Oda",
            "Pernille",
            "Ragnhild",
            "Sigrid",
            "Tuva",
            "Ulrikke",
            "Vilde",
            "Ylva",
            "Åse",
            "Renée",
            "Amina",
            "Fatima",
            "Linh",
            "Agnieszka",
            "Zahra",
            "Birgül",
            "Anders",
            "Bjørn",
            "Christian",
            "Daniel",
            "Eirik",
            "Fredrik",
            "Geir",
            "Håkon",
            "Ivar",
            "Jonas",
            "Kristoffer",
            "Lars",
            "Magnus",
            "Nils",
            "Ola",
            "Petter",
            "Rune",
            "Sindre",
            "Tore",
            "Ulrik",
            "Vegard",
            "Øystein",
            "Åsmund",
            "André",
            "Yusuf",
            "Mehmet",
            "Minh",
            "Tomasz",
            "Ali",
            "Ravi");
    private static final List<String> FRONT = List.of(
            "Ask", "Bjørke", "Brå", "Elve", "Fjell", "Furu", "Gran", "Hassel", "Kvern", "Lauv", "Lyng", "Myr", "Nord",
            "Rogn", "Selje", "Sol", "Stein", "Sval", "Tinde", "Ulve", "Vinter", "Ørne", "Øst", "Ås");
    private static final List<String> BACK = List.of(
            "bekkmo",
            "berghaug",
            "dalsrud",
            "elvli",
            "engstad",
            "fossvik",
            "hagenes",
            "haugli",
            "holmrud",
            "kroken",
            "lundmo",
            "mobråten",
            "myrstad",
            "nesgård",
            "rudlien",
            "sletthaug",
            "moengen",
            "tjernås",
            "vollmo",
            "ødegård");

    private Names() {}

    /** So many names, no two alike; at most {@link Parameters#MAX_DOCTORS}. */
    static List<String> draw(int count, SeededDraw draw) {
        List<String> surnames = new ArrayList<>();
        for (String front : FRONT) {
            for (String back : BACK) {
                surnames.add(front + back);
            }
        }
        draw.shuffle(surnames);
        List<String> first = new ArrayList<>(FIRST);
        draw.shuffle(first);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Both lists are gone through side by side; each time round the longer one, the first names move on by one.
            int turn = i / surnames.size();
            names.add(first.get((i + turn) % first.size()) + " " + surnames.get(i % surnames.size()));
        }
        return names;
    }
}
