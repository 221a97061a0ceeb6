package dev.varangian.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> NAMES =
      List.of("multi-krum", "krum", "mean", "median", "geomed", "batch-size", "centered-clipping");

  @ParameterizedTest
  @CsvSource({
    "multikrumm, multi-krum",
    "crum, krum",
    "KRUM, krum",
    "batch_size, batch-size",
    "meen, mean",
    "centered, centered-clipping"
  })
  void aMisspeltNameFindsTheOneThatWasMeant(String word, String meant) {
    assertThat(Nearest.to(word, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"bulyan", "x", "''", "ce"})
  void aWordThatIsNearNothingFindsNothing(String word) {
    assertThat(Nearest.to(word, NAMES)).isEmpty();
  }

  @Test
  void ofEquallyNearNamesTheFirstInTheAlphabetIsTaken() {
    assertThat(Nearest.to("nean", List.of("wean", "mean", "bean"))).contains("bean");
  }

  @Test
  void aNameOfOneCharacterIsNotNearEveryOtherCharacter() {
    assertThat(Nearest.to("z", List.of("m"))).isEmpty();
  }
}
