using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Mentorats;

/// <summary>The expected failures about mentors: ACC-270 to ACC-279. A code is never used again.</summary>
internal static class ErreursDeMentorat
{
    public static readonly Erreur SoiMeme = new("ACC-270", "Personne n’est son propre mentor : choisissez deux personnes différentes.", "mentor");
    public static readonly Erreur Date = new("ACC-271", "Écrivez le premier jour, des cinq dernières années à dans 90 jours.", "debut");
    public static readonly Erreur PasDansLEquipe = new("ACC-272", "Choisissez des personnes de vos équipes.", "mentore");
    public static readonly Erreur DejaUnMentor = new("ACC-273", "Cette personne a déjà un mentor. Mettez d’abord fin à ce mentorat.", "mentore");
    public static readonly Erreur Cercle = new("ACC-274", "Ces deux personnes ont déjà un mentorat en cours, dans un sens ou dans l’autre.", "mentor");
    public static readonly Erreur Etat = new("ACC-275", "Ce mentorat a changé entre-temps. Rechargez la page pour voir où il en est.");
    public static readonly Erreur Rencontre = new("ACC-276", "Écrivez le jour de la rencontre : depuis le début du mentorat, et pas dans le futur.", "jour");
}
