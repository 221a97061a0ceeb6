package dev.varangian.core.catalogue.plugin;

import java.util.List;

/**
 * Something of a plugin that could not be loaded or used.
 *
 * @param places the jars or folders that it concerns, as the user named them; a plugin's name where
 *     it is in none
 * @param reason what is wrong and what cures it, in one line
 */
public record Refusal(List<String> places, String reason) {

  /** Keeps a copy of the list; a stranger's words lose what a terminal might take for commands. */
  public Refusal {
    places = List.copyOf(places);
    reason = reason.replaceAll("\\p{Cc}", "?");
  }

  public static Refusal of(String place, String reason) {
    return new Refusal(List.of(place), reason);
  }

  /** One line that names the place, or the places within its words. */
  @Override
  public String toString() {
    return places.size() == 1 ? places.get(0) + ": " + reason : reason;
  }
}
