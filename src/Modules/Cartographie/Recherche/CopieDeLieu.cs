using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>A place with the fields of a sheet and the story of a record.</summary>
internal static class CopieDeLieu
{
    /// <param name="id">Its id.</param>
    /// <param name="f">Its fields.</param>
    /// <param name="record">Where its dates come from.</param>
    public static Lieu Sous(string id, FicheLieu f, Lieu record) => new()
    {
        Id = id,
        Pivot = f.Pivot,
        Nom = f.Nom,
        Commune = f.Commune,
        CodePostal = f.CodePostal,
        CodeInsee = f.CodeInsee,
        Adresse = f.Adresse,
        ComplementAdresse = f.ComplementAdresse,
        Latitude = f.Latitude,
        Longitude = f.Longitude,
        Typologie = f.Typologie,
        Telephone = f.Telephone,
        Courriels = f.Courriels,
        SiteWeb = f.SiteWeb,
        Horaires = f.Horaires,
        PresentationResume = f.PresentationResume,
        PresentationDetail = f.PresentationDetail,
        Source = f.Source,
        Itinerance = f.Itinerance,
        StructureParente = f.StructureParente,
        DateMaj = f.DateMaj,
        Services = f.Services,
        PublicsSpecifiquementAdresses = f.PublicsSpecifiquementAdresses,
        PriseEnChargeSpecifique = f.PriseEnChargeSpecifique,
        FraisACharge = f.FraisACharge,
        DispositifProgrammesNationaux = f.DispositifProgrammesNationaux,
        FormationsLabels = f.FormationsLabels,
        AutresFormationsLabels = f.AutresFormationsLabels,
        ModalitesAcces = f.ModalitesAcces,
        ModalitesAccompagnement = f.ModalitesAccompagnement,
        FicheAccesLibre = f.FicheAccesLibre,
        PriseRdv = f.PriseRdv,
        Retenu = record.Retenu,
        Empreinte = record.Empreinte,
        CreeLe = record.CreeLe,
        ModifieLe = record.ModifieLe,
        VerifieLe = record.VerifieLe,
    };
}
