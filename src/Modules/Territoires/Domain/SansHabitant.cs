namespace FaireAvec.Territoires.Domain;

/// <summary>
/// Nobody lives there all year: the Southern lands and Clipperton, which have bases and no town, and the villages that the war of 1914 destroyed. There is no
/// desk there to ask, so nobody is sent to one.
/// </summary>
internal static class SansHabitant
{
    /// <param name="departement">Code of the département, or of what stands for one.</param>
    /// <param name="population">Of the territory; null when it isn't known.</param>
    public static bool Est(string departement, int? population) => population is 0 || departement is "984" or "989";
}
