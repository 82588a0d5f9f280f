package io.github.keycloakjumpcloud.linkage;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the constants and members of one class file, as the Java Virtual Machine Specification lays them out (chapter 4). Loads nothing. */
final class ClassFileReader {

    private static final int ABSTRACT = 0x0400;
    private static final int HEADER = 8;

    private final DataInputStream in;
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, Integer> classes = new HashMap<>();
    private final Map<Integer, int[]> members = new HashMap<>();
    private final Map<Integer, int[]> signatures = new HashMap<>();

    private ClassFileReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    static ClassFile read(InputStream in) throws IOException {
        return new ClassFileReader(in).read();
    }

    private ClassFile read() throws IOException {
        in.skipNBytes(HEADER);
        constants();
        boolean isAbstract = (in.readUnsignedShort() & ABSTRACT) != 0;
        String name = name(in.readUnsignedShort());
        List<String> parents = new ArrayList<>();
        int superclass = in.readUnsignedShort();
        if (superclass != 0) {
            parents.add(name(superclass));
        }
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            parents.add(name(in.readUnsignedShort()));
        }
        Set<Member> concrete = new HashSet<>();
        Set<Member> open = new HashSet<>();
        declared(concrete, open);
        declared(concrete, open);
        Set<Use> uses = new HashSet<>();
        members.values().forEach(pair -> uses.add(new Use(owner(pair[0]), signature(pair[1]))));
        Set<String> named = new HashSet<>();
        classes.keySet().forEach(index -> named.add(name(index)));
        return new ClassFile(name, isAbstract, parents, concrete, open, uses, named);
    }

    private void constants() throws IOException {
        int count = in.readUnsignedShort();
        for (int index = 1; index < count; index++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(index, in.readUTF());
                case 3, 4 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    index++;
                }
                case 7 -> classes.put(index, in.readUnsignedShort());
                case 8, 16, 19, 20 -> in.skipNBytes(2);
                case 9, 10, 11 -> members.put(index, pair());
                case 12 -> signatures.put(index, pair());
                case 15 -> in.skipNBytes(3);
                case 17, 18 -> in.skipNBytes(4);
                default -> throw new IOException("Constant " + index + " has the unknown tag " + tag);
            }
        }
    }

    private int[] pair() throws IOException {
        return new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
    }

    private void declared(Set<Member> concrete, Set<Member> open) throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            boolean isOpen = (in.readUnsignedShort() & ABSTRACT) != 0;
            Member member = new Member(text(in.readUnsignedShort()), text(in.readUnsignedShort()));
            (isOpen ? open : concrete).add(member);
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                in.skipNBytes(2);
                in.skipNBytes(in.readInt());
            }
        }
    }

    private Member signature(int index) {
        int[] pair = known(signatures.get(index), index);
        return new Member(text(pair[0]), text(pair[1]));
    }

    /** An array has the methods of every object. */
    private String owner(int index) {
        String name = text(known(classes.get(index), index));
        return name.startsWith("[") ? "java/lang/Object" : name;
    }

    /** Of an array, its element's. */
    private String name(int index) {
        String name = text(known(classes.get(index), index));
        String element = name.replaceFirst("^\\[+", "");
        return element.length() < name.length() && element.startsWith("L")
                ? element.substring(1, element.length() - 1)
                : element;
    }

    private String text(int index) {
        return known(texts.get(index), index);
    }

    private static <T> T known(@Nullable T constant, int index) {
        if (constant == null) {
            throw new IllegalArgumentException("No constant " + index + " of the kind that is named there");
        }
        return constant;
    }
}
