package no.alisplass.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.SerializerFactoryConfig;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerBuilder;
import com.fasterxml.jackson.databind.ser.BeanSerializerFactory;
import com.fasterxml.jackson.databind.ser.SerializerFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts the fields of a value that is written among those of its record ({@code @JsonUnwrapped}) with the others. Jackson sorts each
 * record's own, and would write the value's together, where the value's name sorts.
 */
final class FlatFields extends BeanSerializerFactory {
    private static final long serialVersionUID = 1;

    FlatFields() {
        this(null);
    }

    private FlatFields(SerializerFactoryConfig config) {
        super(config);
    }

    @Override
    public SerializerFactory withConfig(SerializerFactoryConfig config) {
        return new FlatFields(config);
    }

    @Override
    protected List<BeanPropertyWriter> findBeanProperties(
            SerializerProvider provider, BeanDescription record, BeanSerializerBuilder builder)
            throws JsonMappingException {
        List<BeanPropertyWriter> own = super.findBeanProperties(provider, record, builder);
        if (own == null || own.stream().noneMatch(BeanPropertyWriter::isUnwrapping)) {
            return own;
        }
        List<BeanPropertyWriter> all = new ArrayList<>();
        for (BeanPropertyWriter each : own) {
            if (each.isUnwrapping()) {
                each.fixAccess(provider.getConfig());
                BeanDescription value = provider.getConfig().introspect(each.getType());
                for (BeanPropertyWriter part : findBeanProperties(provider, value, builder)) {
                    all.add(new Part(each, part));
                }
            } else {
                all.add(each);
            }
        }
        all.sort(Comparator.comparing(BeanPropertyWriter::getName));
        return all;
    }

    /** A field of a value that a record has, or that another value of it has. */
    private static final class Part extends BeanPropertyWriter {
        private static final long serialVersionUID = 1;

        /** From the record to the value. */
        private final transient List<BeanPropertyWriter> way;

        Part(BeanPropertyWriter whole, BeanPropertyWriter part) {
            super(part);
            way = new ArrayList<>(List.of(whole));
            if (part instanceof Part inner) {
                way.addAll(inner.way);
            }
        }

        @Override
        public void serializeAsField(Object record, JsonGenerator to, SerializerProvider provider) throws Exception {
            Object value = record;
            for (BeanPropertyWriter step : way) {
                value = step.get(value);
            }
            super.serializeAsField(value, to, provider);
        }
    }
}
