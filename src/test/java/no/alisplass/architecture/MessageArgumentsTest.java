package no.alisplass.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import no.alisplass.platform.Messages;
import no.alisplass.platform.Told;
import org.junit.jupiter.api.Test;

/**
 * What a message names is of a kind that somebody can write in words: asked of the compiler, for every argument of every
 * call that takes those of a message, whether or not a test comes by there.
 */
class MessageArgumentsTest {
    /** As {@code domain.message.Message} has them; objects and arrays of them are passed on by a call that is asked itself. */
    private static final Set<String> NAMEABLE = Set.of(
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.String",
            "java.lang.Object",
            "java.math.BigDecimal",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.YearMonth",
            "no.alisplass.domain.HalfYear",
            "no.alisplass.domain.Months",
            "no.alisplass.domain.AreaCode",
            "no.alisplass.domain.DepartmentId",
            "no.alisplass.domain.DoctorId",
            "no.alisplass.domain.HospitalId",
            "no.alisplass.domain.PositionId",
            "no.alisplass.domain.RoundId",
            "no.alisplass.domain.message.Message");

    private static final List<Locale> LANGUAGES =
            List.of(Messages.BOKMAL, Locale.forLanguageTag("nn-NO"), Locale.forLanguageTag("en-GB"));

    private record Found(int asked, List<String> unnameable) {}

    @Test
    void every_argument_of_a_message_is_of_a_kind_that_can_be_written_in_words() throws IOException {
        try (StandardJavaFileManager manager = compiler().getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            Found found = ask(manager, manager.getJavaFileObjectsFromPaths(sources));
            assertThat(found.asked).isGreaterThan(500);
            assertThat(found.unnameable).isEmpty();
        }
    }

    @Test
    void it_would_be_found() throws IOException {
        String source = """
                class Sample {
                    no.alisplass.domain.message.Message of(java.time.Instant at, no.alisplass.domain.HprNumber hpr) {
                        return no.alisplass.domain.message.Message.of(
                                "sample.code", "text", 1, at, hpr, no.alisplass.domain.Affiliation.LOCUM);
                    }
                }
                """;
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Sample.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        try (StandardJavaFileManager manager = compiler().getStandardFileManager(null, null, null)) {
            assertThat(ask(manager, List.of(file)).unnameable)
                    .containsExactly(
                            "Sample.java:4: at is a java.time.Instant",
                            "Sample.java:4: hpr is a no.alisplass.domain.HprNumber",
                            "Sample.java:4: no.alisplass.domain.Affiliation.LOCUM is a no.alisplass.domain.Affiliation");
        }
    }

    private static JavaCompiler compiler() {
        return ToolProvider.getSystemJavaCompiler();
    }

    private static Found ask(StandardJavaFileManager manager, Iterable<? extends JavaFileObject> sources)
            throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> options = List.of("-proc:none", "-nowarn", "-Xlint:none", "-cp", path);
        JavacTask task = (JavacTask) compiler().getTask(null, manager, problem -> {}, options, null, sources);
        Iterable<? extends CompilationUnitTree> units = task.parse();
        task.analyze();
        Asked asked = new Asked(task);
        units.forEach(unit -> asked.scan(unit, null));
        return new Found(asked.count, asked.unnameable);
    }

    /** Goes through the arguments of all calls of ours that take any number of objects: those of texts are the only ones. */
    private static final class Asked extends TreePathScanner<Void, Void> {
        private final JavacTask task;
        private final Trees trees;
        private final List<String> unnameable = new ArrayList<>();
        private int count;

        Asked(JavacTask task) {
            this.task = task;
            this.trees = Trees.instance(task);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            arguments(call.getArguments());
            return super.visitMethodInvocation(call, none);
        }

        @Override
        public Void visitNewClass(NewClassTree call, Void none) {
            arguments(call.getArguments());
            return super.visitNewClass(call, none);
        }

        private void arguments(List<? extends ExpressionTree> arguments) {
            Element called = trees.getElement(getCurrentPath());
            if (!(called instanceof ExecutableElement method)
                    || !method.isVarArgs()
                    || !method.getEnclosingElement().toString().startsWith("no.alisplass.")) {
                return;
            }
            int fixed = method.getParameters().size() - 1;
            String several = method.getParameters().get(fixed).asType().toString();
            if (!several.equals("java.lang.Object[]") && !several.equals("java.lang.Object...")) {
                return;
            }
            for (ExpressionTree argument : arguments.subList(fixed, arguments.size())) {
                count++;
                TypeMirror type = trees.getTypeMirror(new TreePath(getCurrentPath(), argument));
                if (!isNameable(type)) {
                    CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
                    long line = unit.getLineMap()
                            .getLineNumber(trees.getSourcePositions().getStartPosition(unit, argument));
                    unnameable.add(Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line + ": " + argument
                            + " is a " + type);
                }
            }
        }

        private boolean isNameable(TypeMirror type) {
            if (type instanceof ArrayType array) {
                return array.getComponentType().toString().equals("java.lang.Object");
            }
            if (!(type instanceof DeclaredType declared)) {
                return type.getKind() == TypeKind.INT || type.getKind() == TypeKind.LONG;
            }
            TypeElement element = (TypeElement) declared.asElement();
            if (element.getKind() == ElementKind.ENUM) {
                return haveWords(task.getElements().getBinaryName(element).toString());
            }
            return isCollection(declared)
                    ? isNameable(declared.getTypeArguments().get(0))
                    : NAMEABLE.contains(element.getQualifiedName().toString());
        }

        private boolean isCollection(DeclaredType type) {
            return type.getTypeArguments().size() == 1
                    && task.getTypes()
                            .isSubtype(
                                    task.getTypes().erasure(type),
                                    task.getTypes()
                                            .erasure(task.getElements()
                                                    .getTypeElement("java.util.Collection")
                                                    .asType()));
        }

        /** Each of its states in each language. */
        private static boolean haveWords(String states) {
            try {
                return Stream.of(Class.forName(states).getEnumConstants()).allMatch(state -> LANGUAGES.stream()
                        .allMatch(
                                language -> !Told.of(state, language).toString().contains(((Enum<?>) state).name())));
            } catch (ClassNotFoundException unknown) {
                throw new IllegalStateException(unknown);
            }
        }
    }
}
