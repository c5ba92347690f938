package io.gsonfire;

import com.google.gson.GsonBuilder;

/** As much of gson-fire as the generated models need here: no model has a discriminator. */
public class GsonFireBuilder {
    public GsonBuilder createGsonBuilder() {
        return new GsonBuilder();
    }
}
