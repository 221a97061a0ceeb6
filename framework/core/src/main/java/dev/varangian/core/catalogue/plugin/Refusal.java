package dev.varangian.core.catalogue.plugin;

import java.util.List;

/**
 * A plugin or component that could not be loaded or used.
 *
 * @param places the jars or folders concerned, as the user named them; a plugin's name if there are
 *     none
 * @param reason what is wrong and how to fix it, in one line
 */
public record Refusal(List<String> places, String reason) {

  /** Copies the list and removes control characters from third-party text. */
  public Refusal {
    places = List.copyOf(places);
    reason = reason.replaceAll("\\p{Cc}", "?");
  }

  public static Refusal of(String place, String reason) {
    return new Refusal(List.of(place), reason);
  }

  /** Returns one line that names the places. */
  @Override
  public String toString() {
    return places.size() == 1 ? places.get(0) + ": " + reason : reason;
  }
}
