namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary><c>people met outside the place / people met</c>.</summary>
internal static class TauxAllerVers
{
    public static Proportion De(int contactesHorsLieu, int contactes) => contactesHorsLieu >= 0 && contactesHorsLieu <= contactes
        ? new(contactesHorsLieu, contactes)
        : throw new ArgumentOutOfRangeException(nameof(contactesHorsLieu), "Those met outside are among those met.");
}
