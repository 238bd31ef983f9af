package no.alisplass.register.grid;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One part of a workbook, read forwards, never held. Names are asked without their namespace: the two forms of Open XML
 * differ in nothing else that matters here.
 */
final class Xml implements AutoCloseable {
    /** The JDK's own, whatever else lies on the class path. */
    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        FACTORY.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
    }

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private static final String NO_TYPE = "a document type is not for workbooks";

    private final XMLStreamReader reader;
    private final InputStream in;
    private int depth;

    Xml(InputStream in) throws XMLStreamException {
        this.in = in;
        this.reader = FACTORY.createXMLStreamReader(in);
    }

    /** Goes on to the next start or end of an element; false at the end of the part. */
    boolean next() throws XMLStreamException {
        Bounds.goOn();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException(NO_TYPE);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                return true;
            }
        }
        return false;
    }

    boolean isStart() {
        return reader.isStartElement();
    }

    boolean starts(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    String name() {
        return reader.getLocalName();
    }

    /** How many elements are open, the one just started among them. */
    int depth() {
        return depth;
    }

    /** An attribute of the element just started; empty when it has none of the name. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i).strip();
            }
        }
        return "";
    }

    /** An attribute of a name that several namespaces have, by the prefix that is used for the one meant. */
    String attribute(String name, String prefix) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name) && prefix.equals(reader.getAttributePrefix(i))) {
                return reader.getAttributeValue(i).strip();
            }
        }
        return "";
    }

    boolean isTrue(String name) {
        String value = attribute(name);
        return value.equals("1") || value.equals("true") || value.equals("on");
    }

    /** A whole number from 0 to {@code most}, or {@code none} when the attribute is missing or anything else. */
    int whole(String name, int most, int none) {
        return number(attribute(name), most, none);
    }

    static int number(String text, int most, int none) {
        if (!WHOLE.matcher(text).matches()) {
            return none;
        }
        int whole = Integer.parseInt(text);
        return whole <= most ? whole : none;
    }

    /** The text of the element just started, without that of elements within; one sign beyond a cell's bound at most. */
    String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        runs(text, within -> "");
        return text.toString();
    }

    /**
     * Adds the text of the element just started.
     *
     * @param inner what stands for an element within, by its name: itself a text, null for the text in it
     */
    void runs(StringBuilder text, UnaryOperator<String> inner) throws XMLStreamException {
        int own = depth;
        while (depth >= own && reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String instead = inner.apply(reader.getLocalName());
                if (instead != null) {
                    text.append(instead);
                    skip();
                }
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                int room = Math.max(0, Bounds.CELL + 1 - text.length());
                text.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException(NO_TYPE);
            }
        }
    }

    /** Goes on to the end of the element just started. */
    void skip() throws XMLStreamException {
        int own = depth;
        while (depth >= own && next()) {
            // What is within is not asked for.
        }
    }

    @Override
    public void close() throws XMLStreamException, IOException {
        reader.close();
        in.close();
    }
}
