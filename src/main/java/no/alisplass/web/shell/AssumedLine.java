package no.alisplass.web.shell;

import io.quarkus.qute.TemplateData;
import no.alisplass.forecast.ForecastResult.Assumed;
import no.alisplass.report.ForecastWords;
import no.alisplass.web.text.Language;

/** What a forecast assumes of a figure, in words; its source, where it is as usual, in the reader's language. */
@TemplateData
public record AssumedLine(String name, String range, String source) {
    public static AssumedLine of(Assumed each) {
        ForecastWords words = words();
        return new AssumedLine(words.name(ForecastWords.which(each)), words.range(each), words.source(each));
    }

    /** What forecasts say, in the reader's language. */
    public static ForecastWords words() {
        return new ForecastWords(Language.current().locale());
    }
}
