/* SPDX-License-Identifier: GPL-3.0-or-later */
package org.segcast.predictive.response.linear;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Set;
import org.segcast.predictive.ErrorCode;
import org.segcast.predictive.SegcastException;
import org.segcast.predictive.feature.Feature;
import org.segcast.predictive.feature.FeatureSchema;
import org.segcast.predictive.feature.FeatureType;
import org.segcast.predictive.response.ResponseModel;

/**
 * Models as bytes. Reading goes through a list of the very classes a model is made of: bytes with anything else in them are refused
 * before an object of it exists. Constructors check what was read once more.
 */
public final class ModelCodec {

    private static final long MOST_BYTES = 4_000_000;
    private static final long MOST_REFERENCES = 100_000;
    private static final long MOST_ELEMENTS = 10_000;
    private static final long MOST_DEPTH = 20;

    /** {@code CollSer} is the serial form of the two classes behind {@link java.util.List#of}. */
    private static final Set<String> ALLOWED = Set.of(
            LinearModel.class.getName(),
            Term.class.getName(),
            NumericColumn.class.getName(),
            MissingColumn.class.getName(),
            LevelColumn.class.getName(),
            FeatureSchema.class.getName(),
            Feature.class.getName(),
            FeatureType.class.getName(),
            Enum.class.getName(),
            Object[].class.getName(),
            "java.util.CollSer",
            "java.util.ImmutableCollections$List12",
            "java.util.ImmutableCollections$ListN");

    public byte[] write(ResponseModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(model);
        } catch (IOException e) {
            throw new SegcastException(ErrorCode.WRITE_FAILED, "a model must be serialisable: " + e.getMessage(), e);
        }
        return bytes.toByteArray();
    }

    public ResponseModel read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(ModelCodec::check);
            if (in.readObject() instanceof ResponseModel model) {
                return model;
            }
            throw unreadable("they hold something else", new IOException("not a model"));
        } catch (IOException | ClassNotFoundException | ClassCastException e) {
            throw unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static SegcastException unreadable(String found, Exception cause) {
        return new SegcastException(
                ErrorCode.MODEL_UNREADABLE,
                "stored bytes must be a model of this version, found: " + found + ". Train the model again",
                cause);
    }

    private static ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo found) {
        boolean tooMuch = found.streamBytes() > MOST_BYTES
                || found.references() > MOST_REFERENCES
                || found.arrayLength() > MOST_ELEMENTS
                || found.depth() > MOST_DEPTH;
        if (tooMuch) {
            return ObjectInputFilter.Status.REJECTED;
        }
        Class<?> type = found.serialClass();
        if (type == null) {
            return ObjectInputFilter.Status.UNDECIDED;
        }
        return ALLOWED.contains(type.getName()) ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
    }
}
