package dev.slipway.model;

/// Private Service Connect of a subscription, or of one region of it.
public record PscServiceSpec(Place place, Course course) implements EmulatedSpec {
  @Override
  public String name() {
    return "private service connect";
  }

  @Override
  public PscServiceSpec on(Course next) {
    return new PscServiceSpec(place, next);
  }
}
