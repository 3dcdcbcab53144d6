using FaireAvec.Kernel.Securite;
using static FaireAvec.Kernel.Securite.Portee;
using static FaireAvec.Kernel.Securite.Role;

namespace FaireAvec.Comptes.Droits;

/// <summary>The table of the module's rights. Read by pages, by the API, by <c>docs/rights.md</c> and by the matrix of the tests.</summary>
internal static class DroitsDesComptes
{
    public const string LireLesOrganisations = "comptes.organisations.lire";
    public const string CreerUneOrganisation = "comptes.organisations.creer";
    public const string ModifierUneOrganisation = "comptes.organisations.modifier";
    public const string FermerUneOrganisation = "comptes.organisations.fermer";
    public const string FusionnerDesOrganisations = "comptes.organisations.fusionner";
    public const string LireLesMembres = "comptes.membres.lire";
    public const string LireLAnnuaire = "comptes.annuaire.lire";
    public const string Inviter = "comptes.membres.inviter";
    public const string RetirerUnMembre = "comptes.membres.retirer";
    public const string DepannerUnMembre = "comptes.membres.depanner";
    public const string GererLesEquipes = "comptes.equipes.gerer";
    public const string LireLesComptes = "comptes.comptes.lire";
    public const string SuspendreUnCompte = "comptes.comptes.suspendre";
    public const string RegarderComme = "comptes.comptes.regarder";
    public const string TraiterLesDemandes = "comptes.demandes.traiter";
    public const string LireLeRegistre = "comptes.traitements.lire";
    public const string GererLesClients = "comptes.clients.gerer";
    public const string RecevoirLesEvenements = "comptes.evenements.recevoir";

    /// <summary>Scope of a client that receives events.</summary>
    public const string EtendueDesEvenements = "evenements:lire";
    public const string LireLeJournal = "comptes.journal.lire";
    public const string LireLePersonnelDuJournal = "comptes.journal.personnel";
    public const string GererLaPlateforme = "comptes.plateforme.gerer";
    public const string LireLaPlateforme = "comptes.plateforme.lire";

    public static IReadOnlyList<RegleDeDroit> Table { get; } =
    [
        new(LireLesOrganisations, "Voir les organisations et leurs lieux",
            (Mediateur, Organisation), (ConseillerNumerique, Organisation), (Aidant, Organisation), (Referent, Organisation), (GestionnaireStructure, Organisation), (Role.Financeur, Organisation),
            (Coordinateur, Territoire), (GestionnaireDepartement, Territoire), (GestionnaireRegion, Territoire), (GestionnaireReseau, Organisation),
            (Instructeur, National), (Payeur, National), (Controleur, National), (Role.GestionnaireDonnees, National), (AdministrateurNational, National), (Support, National), (Auditeur, National)),
        new(CreerUneOrganisation, "Créer une organisation", (GestionnaireDepartement, Territoire), (GestionnaireRegion, Territoire), (AdministrateurNational, National)),
        new(ModifierUneOrganisation, "Modifier une organisation, ses fonctions et ses lieux", (GestionnaireStructure, Organisation), (GestionnaireDepartement, Territoire), (GestionnaireRegion, Territoire), (AdministrateurNational, National)),
        new(FusionnerDesOrganisations, "Réunir deux organisations, et défaire la réunion", (AdministrateurNational, National)) { Sensible = true },
        new(FermerUneOrganisation, "Fermer une organisation, et la rouvrir", (AdministrateurNational, National)) { Sensible = true },
        new(LireLesMembres, "Voir qui travaille pour une organisation",
            (Mediateur, Organisation), (ConseillerNumerique, Organisation), (Aidant, Organisation), (Referent, Organisation), (GestionnaireStructure, Organisation),
            (Coordinateur, Equipe), (Coordinateur, Territoire), (GestionnaireDepartement, Territoire), (GestionnaireRegion, Territoire), (GestionnaireReseau, Organisation),
            (AdministrateurNational, National), (Support, National), (Auditeur, National)),
        new(LireLAnnuaire, "Trouver les médiateurs de son département", (Mediateur, Territoire), (ConseillerNumerique, Territoire), (Coordinateur, Territoire), (Referent, Territoire), (GestionnaireStructure, Territoire)),
        new(Inviter, "Inviter quelqu’un dans une organisation", (Referent, Organisation), (GestionnaireStructure, Organisation), (GestionnaireDepartement, Territoire), (GestionnaireRegion, Territoire), (AdministrateurNational, National)),
        new(RetirerUnMembre, "Mettre fin au rôle de quelqu’un", (Referent, Organisation), (GestionnaireStructure, Organisation), (GestionnaireDepartement, Territoire), (GestionnaireRegion, Territoire), (AdministrateurNational, National)) { Sensible = true },
        new(DepannerUnMembre, "Aider quelqu’un qui a perdu ses moyens de connexion", (Referent, Organisation), (GestionnaireStructure, Organisation), (AdministrateurNational, National)) { Sensible = true },
        new(GererLesEquipes, "Composer une équipe", (Coordinateur, Equipe), (GestionnaireStructure, Organisation), (AdministrateurNational, National)),
        new(LireLesComptes, "Chercher un compte", (AdministrateurNational, National), (Support, National), (Auditeur, National)),
        new(SuspendreUnCompte, "Suspendre ou rétablir un compte", (AdministrateurNational, National)) { Sensible = true },
        new(RegarderComme, "Regarder l’écran de quelqu’un, avec son accord", (Support, National)) { Sensible = true },
        new(TraiterLesDemandes, "Répondre à une demande sur des données personnelles", (GestionnaireStructure, Organisation), (AdministrateurNational, National)) { Sensible = true },
        new(LireLeRegistre, "Lire le registre des traitements et télécharger le kit",
            (Mediateur, Organisation), (ConseillerNumerique, Organisation), (Coordinateur, Organisation), (Aidant, Organisation), (Referent, Organisation), (GestionnaireStructure, Organisation),
            (GestionnaireDepartement, National), (GestionnaireRegion, National), (GestionnaireReseau, National), (Controleur, National), (AdministrateurNational, National), (Support, National), (Auditeur, National)),
        new(GererLesClients, "Donner un accès à un autre logiciel", (GestionnaireStructure, Organisation), (AdministrateurNational, National)) { Sensible = true },
        new(RecevoirLesEvenements, "Recevoir les événements de la plateforme, par des webhooks", (GestionnaireStructure, Organisation), (AdministrateurNational, National)) { Etendue = EtendueDesEvenements },
        new(LireLeJournal, "Chercher dans le journal", (AdministrateurNational, National), (Auditeur, National)),
        new(LireLePersonnelDuJournal, "Lire ce que le journal dit d’une personne, en donnant le motif", (AdministrateurNational, National)) { Sensible = true },
        new(LireLaPlateforme, "Voir les tâches, les messages et les réglages de la plateforme", (AdministrateurNational, National), (Support, National), (Auditeur, National)),
        new(GererLaPlateforme, "Changer les réglages de la plateforme, relancer une tâche", (AdministrateurNational, National)) { Sensible = true },
    ];
}
