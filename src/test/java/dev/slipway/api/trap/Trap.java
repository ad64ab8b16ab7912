package dev.slipway.api.trap;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/// A test of one of the thirty traps that break real clients (client-contract 6).
@Test
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Trap {
  /// Its number, from 1 to 30.
  int value();
}
