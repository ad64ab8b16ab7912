package dev.slipway.api.description;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rules that a component's annotations check, as a schema says them.
final class Bounds {
  private Bounds() {}

  static Map<String, Object> of(RecordComponent component) {
    Map<String, Object> bounds = in(component.getAccessor(), component.getType());
    bounds.putAll(of(component.getAnnotatedType()));
    return bounds;
  }

  static Map<String, Object> of(AnnotatedType type) {
    return in(type, type.getType());
  }

  private static Map<String, Object> in(AnnotatedElement element, Type type) {
    Map<String, Object> bounds = new LinkedHashMap<>();
    boolean list = type != String.class;
    for (Annotation rule : element.getAnnotations()) {
      switch (rule) {
        case DecimalMin least -> bounds.put("minimum", new BigDecimal(least.value()));
        case Min least -> bounds.put("minimum", least.value());
        case Max most -> bounds.put("maximum", most.value());
        case Pattern pattern -> bounds.put("pattern", whole(pattern.regexp()));
        case NotBlank _ -> bounds.put("minLength", 1);
        case NotEmpty _ -> bounds.put(list ? "minItems" : "minLength", 1);
        case Size size -> size(bounds, size, list);
        default -> {}
      }
    }
    return bounds;
  }

  /// For a reader in any language: a pattern is searched for there, and nothing is possessive.
  private static String whole(String regexp) {
    return "^(?:" + regexp.replaceAll("([*?+])\\+", "$1") + ")$";
  }

  private static void size(Map<String, Object> bounds, Size size, boolean list) {
    List<String> names = list ? List.of("minItems", "maxItems") : List.of("minLength", "maxLength");
    if (size.min() > 0) {
      bounds.put(names.getFirst(), size.min());
    }
    if (size.max() < Integer.MAX_VALUE) {
      bounds.put(names.getLast(), size.max());
    }
  }
}
