package io.gsonfire;

/** Imported by the generated code, and not used. */
public interface TypeSelector<T> {
}
